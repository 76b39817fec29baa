import { useQuery } from '@tanstack/react-query'
import type { FieldValues } from 'react-hook-form'
import { enterpriseProjectList } from '../../api/lists.ts'
import { useCloudId } from '../../api/operation-query.ts'
import { ObjectPicker, type PickerFieldProps } from './ObjectPicker.tsx'

/** The default project has the id 0 and is there even where the list is not. */
const defaultProject = { value: '0', label: 'default', description: '0' }

export const EnterpriseProjectPicker = <V extends FieldValues>(props: PickerFieldProps<V>) => {
  const list = useQuery(enterpriseProjectList(useCloudId()))
  const others = (list.data ?? [])
    .filter(({ id, status }) => id !== '0' && status !== 2)
    .map(({ id, name }) => ({ value: id, label: name ?? id, description: id }))
  return <ObjectPicker {...props} many="enterprise projects" list={list} options={[defaultProject, ...others]} />
}
